import {
  bag,
  biscuit,
  board,
  evening,
  flour,
  half,
  jar,
  loaf,
  morning,
  moved,
  night,
  noon,
  oven,
  panettone,
  pile,
  sack,
  scene,
  shadow,
  tin,
} from './drawings.ts'

const steam =
  '<g fill="none" stroke="#fff" stroke-opacity="0.7" stroke-width="18" stroke-linecap="round"><path d="M-90-360c40-60-40-100 0-160M0-390c40-60-40-100 0-160M90-360c40-60-40-100 0-160"/></g>'

/** The pictures of the rewards, by their slugs: nothing on them is anybody's mark. */
export const rewardDrawings: Record<string, string> = {
  'una-pagnotta': scene(
    morning,
    shadow(800, 1000, 900) + moved(800, 1000, 1.2, loaf + steam) + flour(360, 1060),
  ),
  'scatola-di-latta': scene(
    evening,
    shadow(620, 1000, 760) +
      moved(620, 990, 1.2, tin) +
      [1090, 1250, 1410].map((x, i) => moved(x, 1000 - i * 26, 0.8, biscuit)).join(''),
  ),
  'borsa-di-sacco': scene(
    noon,
    shadow(640, 1010, 700) + moved(640, 1010, 1.3, sack) + moved(1230, 1010, 0.75, bag),
  ),
  'una-notte-al-forno': scene(
    night,
    moved(640, 850, 1.1, oven) + shadow(1180, 1050, 560) + moved(1180, 1050, 0.85, pile),
  ),
  'pane-per-la-mensa': scene(
    noon,
    [430, 1150].map((x) => shadow(x, 1010, 700) + moved(x, 1010, 0.85, pile)).join(''),
  ),
  'il-tuo-nome-sul-muro': scene(
    evening,
    shadow(800, 1040, 620) + moved(800, 1020, 1.25, board) + moved(1330, 1030, 0.6, half),
  ),
  'panettone-di-marzo': scene(
    morning,
    shadow(800, 1010, 560) + moved(800, 1000, 1.45, panettone) + flour(1290, 1040),
  ),
  'pasta-madre': scene(
    evening,
    shadow(560, 1010, 560) +
      moved(560, 1010, 1.35, jar) +
      shadow(1150, 1010, 560) +
      moved(1150, 1010, 0.85, half),
  ),
}

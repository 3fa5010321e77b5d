import type { DemoIdea } from '../../story.ts'

export const frolliniDomenica: DemoIdea = {
  title: 'I frollini della domenica, con la ricetta nella confezione',
  body:
    'Ogni mese un frollino diverso e, dentro la confezione, un cartoncino con la ricetta **in ' +
    'dosi da casa**: due etti di farina, non venti chili.\n\n' +
    'A scuola i bambini leggono volentieri solo quello che poi possono mangiare. La domenica ' +
    'lo rifanno con i nonni, e il lunedì portano in classe quello che è rimasto, cioè quasi ' +
    'niente.\n\n' +
    '- un formato piccolo, da assaggio\n' +
    '- il cartoncino staccabile, da appendere al frigo\n' +
    '- dietro, chi ha inventato quel biscotto',
  category: 'products',
  tags: ['frollini', 'ricette', 'bambini'],
  author: 'marco_t',
  daysAgo: 9,
  votes: 241,
  moves: [],
  comments: [
    {
      author: 'teresa_c',
      body:
        'Ho quarant’anni di cartoncini appiccicati in un quaderno. Se li fate, vi prego, carta ' +
        'spessa e **niente patinato**: ci si deve poter scrivere sopra “meno zucchero”.',
      daysAgo: 8,
      useful: 12,
      replies: [
        {
          author: 'marco_t',
          body:
            '@teresa_c aggiunto mentalmente. Il “meno zucchero” scritto a matita è metà della ' +
            'ricetta.',
          daysAgo: 7,
          useful: 8,
        },
        {
          author: 'elena_v',
          body:
            'Un cartoncino da 300 grammi non patinato costa anche meno. Lo dico da chi li ' +
            'stampa.',
          daysAgo: 7,
          useful: 6,
        },
      ],
    },
    {
      author: 'dario_m',
      body:
        'Bella, ma attenzione: le nostre dosi non si dividono per dieci e via. Cambiano forno, ' +
        'burro, tempi. Ogni ricetta va riprovata in una cucina vera, altrimenti a casa viene ' +
        'un sasso e la colpa è del forno.',
      daysAgo: 7,
      useful: 7,
      replies: [
        {
          author: 'giorgia_t',
          body:
            'Allora si candidi chi ha una cucina vera. Io provo il primo, forno a gas del ' +
            '1998, più vero di così.',
          daysAgo: 6,
          useful: 9,
          replies: [
            {
              author: 'nonna_piera',
              body: 'E io provo il secondo, ma lo provo a occhio e poi vi dico quanto era.',
              daysAgo: 5,
              useful: 11,
            },
          ],
        },
      ],
    },
    {
      author: 'youssef_e',
      body:
        'Le mie figlie volevano votare in tre dal mio telefono. Un voto a persona, quindi ' +
        'hanno discusso un’ora e poi ho votato io. Consideratele a bordo.',
      daysAgo: 6,
      useful: 5,
    },
    {
      author: 'paolo_g',
      body:
        'Un frollino diverso al mese vuol dire dodici etichette e dodici liste di allergeni. ' +
        'Partirei da quattro l’anno, uno per stagione: stessa festa, un terzo della burocrazia.',
      daysAgo: 5,
      useful: 5,
      replies: [
        {
          author: 'marco_t',
          body: 'Quattro l’anno mi va benissimo. Anzi, così l’attesa fa parte del gioco.',
          daysAgo: 4,
          useful: 6,
        },
      ],
    },
    {
      author: 'simona_u',
      body:
        'Mi piace che il formato sia piccolo. Un biscotto fatto insieme vale più di un pacco ' +
        'davanti alla televisione, e lo dico con affetto per entrambi.',
      daysAgo: 4,
      useful: 6,
    },
    {
      author: 'irene_forno',
      body:
        'Leggo e prendo appunti: ho chiesto a Tommaso di tirare fuori il quaderno di nonna ' +
        'Rina. Non è una promessa, l’idea è ancora al voto, però le macchie di burro ci sono ' +
        'già.',
      daysAgo: 2,
      useful: 8,
    },
  ],
}

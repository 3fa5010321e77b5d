import type { DemoIdea } from '../../story.ts'

export const scatolaLatta: DemoIdea = {
  title: 'Una scatola di latta da riempire in negozio',
  body:
    'Porto la mia scatola, il fornaio la riempie di fette biscottate sfuse e pago meno. A casa ' +
    'restano croccanti e non butto plastica ogni settimana.\n\n' +
    'La scatola vorrei comprarla **una volta sola**: robusta, con il coperchio che chiude ' +
    'bene, bella da tenere sul tavolo. Mia nonna ne aveva una con i papaveri, è ancora in ' +
    'cantina e chiude ancora.\n\n' +
    '- si pesa vuota alla cassa e la tara resta scritta sotto\n' +
    '- va bene anche una scatola portata da casa\n' +
    '- prezzo al chilo scritto grande, accanto a quello della confezione',
  category: 'packaging',
  tags: ['latta', 'sfuso', 'riuso'],
  author: 'giulia_b',
  daysAgo: 48,
  votes: 430,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 31,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 20,
      by: 'marta_valdoro',
      note:
        'Giulia, la tua scatola è l’idea più votata da quando abbiamo aperto la bacheca, e si ' +
        'sente. Che cosa stiamo guardando:\n\n' +
        '- **igiene**: come si riempie un contenitore portato da casa senza rischi per chi ' +
        'viene dopo\n' +
        '- **la scatola nostra**: due preventivi, uno con banda riciclata\n' +
        '- **il prezzo**: quanto scende davvero senza confezione\n\n' +
        'Costi e tempi li pubblichiamo per fasce quando abbiamo finito, entro i trenta giorni. ' +
        'Oggi non sappiamo ancora se sarà sì, no o sì a metà, ma il perché lo trovi qui.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'lucia_s',
      body:
        'Conto veloce: la nostra famiglia finisce una confezione di fette a settimana, sono 52 ' +
        'film di plastica l’anno che nel mio comune vanno nell’indifferenziato. Una latta dura ' +
        'trent’anni.',
      daysAgo: 47,
      useful: 14,
      replies: [
        {
          author: 'giulia_b',
          body: 'Nel mio caso settanta, se contiamo quella dei papaveri.',
          daysAgo: 46,
          useful: 9,
        },
      ],
    },
    {
      author: 'dario_m',
      body:
        'Le fette sfuse prendono umidità in mezza giornata. Serve un contenitore a chiusura ' +
        'vera anche al banco, non la cesta. Altrimenti compri fette molli in una scatola ' +
        'bellissima.',
      daysAgo: 46,
      useful: 8,
      replies: [
        {
          author: 'tommaso_valdoro',
          body:
            'Giusto, Dario. Proviamo un dispensatore chiuso, da riempire due volte al giorno. ' +
            'Se dopo sei ore suonano ancora, andiamo avanti.',
          daysAgo: 15,
          useful: 10,
          replies: [
            {
              author: 'giulia_b',
              body: '“Se suonano ancora” lo voglio sul cartello.',
              daysAgo: 14,
              useful: 6,
            },
          ],
        },
      ],
    },
    {
      author: 'chiara_l',
      body:
        'Sfuso e allergie sono un tema serio. Chiedo che la paletta sia una per prodotto e che ' +
        'chi non può rischiare trovi sempre **anche** la confezione chiusa.',
      daysAgo: 45,
      useful: 12,
      replies: [
        {
          author: 'giulia_b',
          body: 'Sì, assolutamente. La confezione deve restare, la scatola è una scelta in più.',
          daysAgo: 44,
          useful: 11,
        },
      ],
    },
    {
      author: 'bianca_n',
      body:
        'Da ex banco: la tara. Se ognuno arriva con la sua, la fila si ferma. Un bollino sotto ' +
        'con il peso, fatto una volta, e si va via lisci.',
      daysAgo: 43,
      useful: 9,
    },
    {
      author: 'paolo_g',
      body:
        'Quanto meno? Se lo sconto è di dieci centesimi, lo facciamo per virtù. Se è di un ' +
        'euro, lo facciamo in tanti.',
      daysAgo: 41,
      useful: 7,
    },
    {
      author: 'elena_v',
      body:
        'Per favore non mettete il logo gigante sul coperchio. Le latte si tengono quando ' +
        'sembrano di casa, non quando sembrano una pubblicità.',
      daysAgo: 40,
      useful: 8,
      replies: [
        {
          author: 'lea_d',
          body:
            'E se il coperchio fosse uguale per tutti e il disegno sotto lo facesse ognuno a ' +
            'modo suo?',
          daysAgo: 39,
          useful: 9,
        },
      ],
    },
    {
      author: 'gianni_p',
      body:
        'Mia moglie ha già tre scatole di latta piene di bottoni. Adesso ne arriva una quarta, ' +
        'lo so.',
      daysAgo: 37,
      useful: 6,
    },
    {
      author: 'maddalena_uk',
      body:
        'Da Bristol voto anche se non posso riempirla ogni settimana. La riempio due volte ' +
        'l’anno, però tutta.',
      daysAgo: 30,
      useful: 6,
    },
    {
      author: 'svetlana_o',
      body:
        'Il coperchio deve aprirsi anche con le mani deboli. La signora di 91 anni chiede una ' +
        'linguetta, e io mi associo.',
      daysAgo: 22,
      useful: 7,
    },
  ],
}

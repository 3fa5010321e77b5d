import type { ArticleText } from '#app/domain/faq/edit.server.ts'

/** A question that the bakery is asked again and again, and how many readers its answer helped. */
export type FaqStory = Omit<ArticleText, 'position' | 'topicId'> & {
  topicId?: string
  useful: number
  useless: number
  words?: string[]
}

export const faqTexts: FaqStory[] = [
  {
    categoryId: 'products',
    topicId: 'product',
    state: 'published',
    titleIt: 'Dove trovo gli allergeni e gli ingredienti?',
    titleEn: 'Where do I find allergens and ingredients?',
    bodyIt:
      'Sono su ogni confezione, sotto il nome del prodotto: gli allergeni sono in **grassetto**. Per il pane sfuso c’è il libro degli ingredienti al banco, che puoi sfogliare quando vuoi.\n\nIn laboratorio usiamo frumento, uova, latte, frutta a guscio e sesamo: anche dove non sono fra gli ingredienti possono esserci tracce.',
    bodyEn:
      'They are on every package, below the product’s name: allergens are in **bold**. For loose bread there is a book of ingredients at the counter, yours to read whenever you like.\n\nOur bakery works with wheat, eggs, milk, nuts and sesame: there may be traces even where they are no ingredient.',
    useful: 46,
    useless: 3,
    words: ['Utile sapere del libro al banco, non lo avevo mai visto.'],
  },
  {
    categoryId: 'products',
    topicId: 'product',
    state: 'published',
    titleIt: 'Ho trovato un prodotto rotto, molle o con la confezione aperta',
    titleEn: 'I found a product that was broken, soft or with its package open',
    bodyIt:
      'Ci dispiace. Tieni la confezione e [scrivici](/contact?topic=product): servono il **lotto** (stampato sul fondo, comincia per L), la scadenza e il negozio. Una foto ci aiuta.\n\nTi rispondiamo entro un giorno lavorativo. Se il difetto è nostro, ti rimandiamo il prodotto o ti diamo un buono: lo scegli tu.',
    bodyEn:
      'We are sorry. Keep the package and [write to us](/contact?topic=product): we need the **batch** (printed on the bottom, it begins with L), the best-before date and the shop. A photo helps.\n\nWe answer within one working day. If it is our fault, we send the product again or give you a coupon: you choose.',
    useful: 38,
    useless: 4,
    words: ['Non trovavo il lotto: sulle fette è sul lato corto.'],
  },
  {
    categoryId: 'products',
    state: 'published',
    titleIt: 'Come conservo il pane e le fette biscottate?',
    titleEn: 'How do I keep bread and rusks?',
    bodyIt:
      'Il pane sta bene due o tre giorni in un sacchetto di carta, chiuso in un panno. Il lievito madre si tiene meglio intero che a fette. Puoi congelarlo lo stesso giorno: mezz’ora a temperatura ambiente e cinque minuti di forno.\n\nLe fette, una volta aperte, vanno nella scatola di latta: l’umidità le ammorbidisce.',
    bodyEn:
      'Bread keeps two or three days in a paper bag wrapped in a cloth. Sourdough keeps better whole than sliced. You can freeze it the same day: half an hour at room temperature and five minutes in the oven.\n\nOnce opened, rusks belong in a tin: damp makes them soft.',
    useful: 61,
    useless: 2,
  },
  {
    categoryId: 'products',
    state: 'published',
    titleIt: 'Avete prodotti senza glutine?',
    titleEn: 'Do you have gluten-free products?',
    bodyIt:
      'Per ora no. Nel nostro laboratorio la farina è ovunque, e non potremmo prometterti che non ci sia glutine. Un’idea su un laboratorio separato è in valutazione: [cercala fra le idee](/ideas?q=glutine) e votala.',
    bodyEn:
      'Not for now. There is flour everywhere in our bakery, and we could not promise that there is no gluten. An idea about a separate bakery is being evaluated: [look for it among the ideas](/ideas?q=gluten) and vote for it.',
    useful: 19,
    useless: 8,
    words: ['Speravo in un sì, ma almeno è chiaro.', 'Quando si saprà del laboratorio separato?'],
  },
  {
    categoryId: 'shops',
    state: 'published',
    titleIt: 'Quali sono gli orari dei negozi?',
    titleEn: 'When are the shops open?',
    bodyIt:
      'Dal lunedì al sabato dalle **7 alle 19:30**; la domenica dalle 8 alle 13. Il 25 e 26 dicembre, il 1º gennaio e il lunedì di Pasqua siamo chiusi.',
    bodyEn:
      'Monday to Saturday from **7 am to 7:30 pm**; on Sundays from 8 am to 1 pm. We are closed on 25 and 26 December, 1 January and Easter Monday.',
    useful: 27,
    useless: 1,
  },
  {
    categoryId: 'shops',
    topicId: 'order',
    state: 'published',
    titleIt: 'Posso ordinare e ritirare il giorno dopo?',
    titleEn: 'Can I order and collect the next day?',
    bodyIt:
      'Sì: al banco o per telefono entro le 17. Per torte e vassoi da più di dodici persone servono due giorni. Si paga al ritiro.',
    bodyEn:
      'Yes: at the counter or by phone before 5 pm. Cakes and trays for more than twelve people take two days. You pay when you collect.',
    useful: 14,
    useless: 2,
  },
  {
    categoryId: 'community',
    topicId: 'account',
    state: 'published',
    titleIt: 'La mia idea non si vede più: che cosa è successo?',
    titleEn: 'My idea is gone: what happened?',
    bodyIt:
      'Può essere in attesa di approvazione, unita a un’altra che diceva lo stesso, o nascosta perché va contro le [regole](/legal/terms). In ogni caso ti abbiamo scritto perché: lo trovi fra le [notifiche](/me/notifications) e nella pagina della tua idea, dove puoi anche chiedere un riesame.',
    bodyEn:
      'It may be waiting for approval, joined with another that said the same, or hidden because it goes against the [rules](/legal/terms). Whichever it is, we told you why: see your [notifications](/me/notifications) and your idea’s page, where you can also ask for a review.',
    useful: 22,
    useless: 5,
  },
  {
    categoryId: 'points',
    topicId: 'order',
    state: 'published',
    titleIt: 'Quando arrivano i chicchi, e quando scadono?',
    titleEn: 'When do I get my points, and when do they expire?',
    bodyIt:
      'I chicchi si confermano qualche giorno dopo: il tempo di controllare che un voto o un commento sia rimasto al suo posto. Valgono dodici mesi. Nelle [tue pagine](/me/points) trovi ogni movimento, con il perché.',
    bodyEn:
      'Points are confirmed a few days later: enough to see that a vote or a comment has stayed in place. They are good for twelve months. On [your pages](/me/points) you find every entry, with its reason.',
    useful: 33,
    useless: 3,
  },
  {
    categoryId: 'points',
    topicId: 'order',
    state: 'published',
    titleIt: 'Il premio che ho richiesto non è arrivato',
    titleEn: 'The reward I asked for has not arrived',
    bodyIt:
      'Guarda prima lo [stato della richiesta](/me/rewards): quando parte ti diamo il codice della spedizione, e di solito arriva in cinque giorni lavorativi. Se ne sono passati di più, [scrivici](/contact?topic=order): lo rispediamo o ti ridiamo i chicchi.',
    bodyEn:
      'First look at the [state of your request](/me/rewards): once it leaves we give you the tracking code, and it usually takes five working days. If more have passed, [write to us](/contact?topic=order): we send it again or give your points back.',
    useful: 17,
    useless: 6,
    words: ['Manca il tempo per i premi pesanti.'],
  },
  {
    categoryId: 'account',
    topicId: 'privacy',
    state: 'published',
    titleIt: 'Come scarico i miei dati o cancello il profilo?',
    titleEn: 'How do I download my data or delete my profile?',
    bodyIt:
      'Da solo, nella [pagina della privacy](/me/privacy): scarichi tutto in un file, oppure cancelli il profilo. Prima di cancellare ti diciamo che cosa resta e che cosa sparisce, e hai una settimana per ripensarci.',
    bodyEn:
      'By yourself, on the [privacy page](/me/privacy): download everything in one file, or delete your profile. Before that we tell you what stays and what goes, and you have a week to change your mind.',
    useful: 12,
    useless: 1,
  },
  {
    categoryId: 'shops',
    state: 'draft',
    titleIt: 'Fate consegne a domicilio?',
    titleEn: 'Do you deliver?',
    bodyIt: 'Stiamo provando le consegne in bicicletta in centro: da completare con le zone.',
    bodyEn: 'We are trying deliveries by bicycle in the centre: to be completed with the areas.',
    useful: 0,
    useless: 0,
  },
]

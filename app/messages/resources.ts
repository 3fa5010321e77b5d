import enAppeals from './en/appeals.json'
import enCare from './en/care.json'
import enCommon from './en/common.json'
import enDossiers from './en/dossiers.json'
import enErrors from './en/errors.json'
import enFaq from './en/faq.json'
import enIdeas from './en/ideas.json'
import enIdentity from './en/identity.json'
import enLegal from './en/legal.json'
import enMail from './en/mail.json'
import enMentions from './en/mentions.json'
import enMerges from './en/merges.json'
import enModeration from './en/moderation.json'
import enNotifications from './en/notifications.json'
import enPoints from './en/points.json'
import enPrivacy from './en/privacy.json'
import enPromises from './en/promises.json'
import enRealised from './en/realised.json'
import enRewards from './en/rewards.json'
import enRounds from './en/rounds.json'
import enStaff from './en/staff.json'
import enUi from './en/ui.json'
import enWorkflow from './en/workflow.json'
import itAppeals from './it/appeals.json'
import itCare from './it/care.json'
import itCommon from './it/common.json'
import itDossiers from './it/dossiers.json'
import itErrors from './it/errors.json'
import itFaq from './it/faq.json'
import itIdeas from './it/ideas.json'
import itIdentity from './it/identity.json'
import itLegal from './it/legal.json'
import itMail from './it/mail.json'
import itMentions from './it/mentions.json'
import itMerges from './it/merges.json'
import itModeration from './it/moderation.json'
import itNotifications from './it/notifications.json'
import itPoints from './it/points.json'
import itPrivacy from './it/privacy.json'
import itPromises from './it/promises.json'
import itRealised from './it/realised.json'
import itRewards from './it/rewards.json'
import itRounds from './it/rounds.json'
import itStaff from './it/staff.json'
import itUi from './it/ui.json'
import itWorkflow from './it/workflow.json'

export const resources = {
  it: {
    appeals: itAppeals,
    care: itCare,
    common: itCommon,
    dossiers: itDossiers,
    errors: itErrors,
    faq: itFaq,
    ideas: itIdeas,
    identity: itIdentity,
    legal: itLegal,
    mail: itMail,
    mentions: itMentions,
    merges: itMerges,
    moderation: itModeration,
    notifications: itNotifications,
    points: itPoints,
    privacy: itPrivacy,
    promises: itPromises,
    realised: itRealised,
    rewards: itRewards,
    rounds: itRounds,
    staff: itStaff,
    ui: itUi,
    workflow: itWorkflow,
  },
  en: {
    appeals: enAppeals,
    care: enCare,
    common: enCommon,
    dossiers: enDossiers,
    errors: enErrors,
    faq: enFaq,
    ideas: enIdeas,
    identity: enIdentity,
    legal: enLegal,
    mail: enMail,
    mentions: enMentions,
    merges: enMerges,
    moderation: enModeration,
    notifications: enNotifications,
    points: enPoints,
    privacy: enPrivacy,
    promises: enPromises,
    realised: enRealised,
    rewards: enRewards,
    rounds: enRounds,
    staff: enStaff,
    ui: enUi,
    workflow: enWorkflow,
  },
}

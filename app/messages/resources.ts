import enAppeals from './en/appeals.json'
import enCommon from './en/common.json'
import enDossiers from './en/dossiers.json'
import enErrors from './en/errors.json'
import enIdeas from './en/ideas.json'
import enIdentity from './en/identity.json'
import enLegal from './en/legal.json'
import enMail from './en/mail.json'
import enMerges from './en/merges.json'
import enNotifications from './en/notifications.json'
import enPromises from './en/promises.json'
import enRealised from './en/realised.json'
import enRounds from './en/rounds.json'
import enStaff from './en/staff.json'
import enUi from './en/ui.json'
import enWorkflow from './en/workflow.json'
import itAppeals from './it/appeals.json'
import itCommon from './it/common.json'
import itDossiers from './it/dossiers.json'
import itErrors from './it/errors.json'
import itIdeas from './it/ideas.json'
import itIdentity from './it/identity.json'
import itLegal from './it/legal.json'
import itMail from './it/mail.json'
import itMerges from './it/merges.json'
import itNotifications from './it/notifications.json'
import itPromises from './it/promises.json'
import itRealised from './it/realised.json'
import itRounds from './it/rounds.json'
import itStaff from './it/staff.json'
import itUi from './it/ui.json'
import itWorkflow from './it/workflow.json'

export const resources = {
  it: {
    appeals: itAppeals,
    common: itCommon,
    dossiers: itDossiers,
    errors: itErrors,
    ideas: itIdeas,
    identity: itIdentity,
    legal: itLegal,
    mail: itMail,
    merges: itMerges,
    notifications: itNotifications,
    promises: itPromises,
    realised: itRealised,
    rounds: itRounds,
    staff: itStaff,
    ui: itUi,
    workflow: itWorkflow,
  },
  en: {
    appeals: enAppeals,
    common: enCommon,
    dossiers: enDossiers,
    errors: enErrors,
    ideas: enIdeas,
    identity: enIdentity,
    legal: enLegal,
    mail: enMail,
    merges: enMerges,
    notifications: enNotifications,
    promises: enPromises,
    realised: enRealised,
    rounds: enRounds,
    staff: enStaff,
    ui: enUi,
    workflow: enWorkflow,
  },
}

import enCommon from './en/common.json'
import enErrors from './en/errors.json'
import enIdeas from './en/ideas.json'
import enIdentity from './en/identity.json'
import enLegal from './en/legal.json'
import enMail from './en/mail.json'
import enNotifications from './en/notifications.json'
import enStaff from './en/staff.json'
import enUi from './en/ui.json'
import itCommon from './it/common.json'
import itErrors from './it/errors.json'
import itIdeas from './it/ideas.json'
import itIdentity from './it/identity.json'
import itLegal from './it/legal.json'
import itMail from './it/mail.json'
import itNotifications from './it/notifications.json'
import itStaff from './it/staff.json'
import itUi from './it/ui.json'

export const resources = {
  it: {
    common: itCommon,
    errors: itErrors,
    ideas: itIdeas,
    identity: itIdentity,
    legal: itLegal,
    mail: itMail,
    notifications: itNotifications,
    staff: itStaff,
    ui: itUi,
  },
  en: {
    common: enCommon,
    errors: enErrors,
    ideas: enIdeas,
    identity: enIdentity,
    legal: enLegal,
    mail: enMail,
    notifications: enNotifications,
    staff: enStaff,
    ui: enUi,
  },
}

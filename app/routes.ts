import { index, route, type RouteConfig } from '@remix-run/route-config'

export default [
  // anyone
  index('routes/home.tsx'),
  route('ideas', 'routes/ideas/board.tsx'),
  route('ideas/:number/:slug?', 'routes/ideas/show.tsx'),
  route('comments/:id', 'routes/comments/show.ts'),
  route('join', 'routes/session/join.tsx'),
  route('join/sent', 'routes/session/join-sent.tsx'),
  route('verify/:token', 'routes/session/verify.tsx'),
  route('login', 'routes/session/login.tsx'),
  route('logout', 'routes/session/logout.ts'),
  route('forgot', 'routes/session/forgot.tsx'),
  route('reset/:token', 'routes/session/reset.tsx'),
  route('preferences', 'routes/preferences.ts'),
  route('set-up/:token', 'routes/set-up.tsx'),
  route('ideas/similar', 'routes/ideas/similar.tsx'),
  route('ideas/:number/history', 'routes/ideas/history.tsx'),
  route('images/:id/:variant', 'routes/images/image.ts'),

  // from here on: members
  route('ideas/new', 'routes/ideas/new.tsx'),
  route('ideas/new/draft', 'routes/ideas/draft.ts'),
  route('ideas/preview', 'routes/ideas/preview.ts'),
  route('ideas/:number/edit', 'routes/ideas/edit.tsx'),
  route('ideas/:number/vote', 'routes/ideas/vote.ts'),
  route('ideas/:number/follow', 'routes/ideas/follow.ts'),
  route('ideas/:number/comments', 'routes/ideas/comments.tsx'),
  route('ideas/:number/flags', 'routes/ideas/flags.tsx'),
  route('comments/:id/useful', 'routes/comments/useful.ts'),
  route('comments/:id/edit', 'routes/comments/edit.tsx'),
  route('comments/:id/flags', 'routes/comments/flags.tsx'),
  route('comments/:id/hiding', 'routes/comments/hiding.tsx'),
  route('me', 'routes/me/layout.tsx', [
    index('routes/me/home.tsx'),
    route('profile', 'routes/me/profile.tsx'),
    route('settings', 'routes/me/settings.tsx'),
    route('security', 'routes/me/security.tsx'),
    route('security/password', 'routes/me/security-password.tsx'),
    route('security/email', 'routes/me/security-email.tsx'),
    route('proof', 'routes/me/proof.tsx'),
  ]),
  route('me/devices', 'routes/me/devices.ts'),

  // from here on: staff
  route('staff', 'routes/staff/layout.tsx', [
    index('routes/staff/index.tsx'),
    route('people', 'routes/staff/people.tsx'),
    route('people/:handle', 'routes/staff/people-person.tsx'),
  ]),
] satisfies RouteConfig

import { index, route, type RouteConfig } from '@remix-run/route-config'

export default [
  // anyone
  index('routes/home.tsx'),

  // from here on: members
  route('ideas/:number/vote', 'routes/ideas/vote.ts'),
] satisfies RouteConfig

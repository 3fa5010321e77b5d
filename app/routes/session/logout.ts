import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { leave } from '#app/web/sign-in.server.ts'

export const loader = () => redirect('/')
export const action = (knock: ActionFunctionArgs) => leave(knock)

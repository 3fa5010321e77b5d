import { useLoaderData } from '@remix-run/react'
import type { reportFor } from './report.server.ts'

/** The report that the page shows. */
export const useReport = () => useLoaderData<typeof reportFor>()

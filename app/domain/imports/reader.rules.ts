import type { z } from 'zod'
import type { Drawn, Reader } from './row.rules.ts'

/** A reader of rows that look like `schema`; the first fault of a row is why it is skipped. */
export function reader<Row, Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  draw: (row: z.output<z.ZodObject<Shape>>) => Drawn<Row>,
): Reader<Row> {
  return {
    columns: Object.keys(schema.shape),
    read(cells) {
      const { data, error } = schema.safeParse(cells)
      if (data) return draw(data)
      const fault = error!.issues[0]!
      return { skip: `${fault.path.join('.')}: ${fault.message}` }
    },
  }
}

export const checked = <Row>(row: Row, repairs: string[]): Drawn<Row> => ({ row, repairs })

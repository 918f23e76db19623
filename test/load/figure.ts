/** One figure of the load test: what is above its limit is missed. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly limit?: number;
  readonly unit?: ' ms' | ' s' | ' MB';
}

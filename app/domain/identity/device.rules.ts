const browsers: [RegExp, string][] = [
  [/\bEdg/, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser/, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS/, 'Firefox'],
  [/\bChrome\/|\bCriOS/, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

/** A device as its owner would call it, `Firefox, Linux`; empty when its words say nothing. */
export function deviceName(agent: string) {
  const named = [browsers, systems].map((list) => list.find(([sign]) => sign.test(agent))?.[1])
  return named.filter(Boolean).join(', ')
}

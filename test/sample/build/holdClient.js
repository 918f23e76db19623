// Generated from web/src/booking/holdClient.ts, do not edit.
// INC-7#what-surprised-us explains why the obvious version kept the whole sale in a loop.
export function pauseBeforeClaiming(n,r=Math.random){return Math.round(r()*Math.min(6e4,n*20))}

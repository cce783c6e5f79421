/**
 * Seconds after a new catalogue before contributions are joined anew. Whoever still joins with the old one has ended by then: a
 * catalogue is believed for two seconds, and no function that writes contributions may run as long as the rest. So nothing that was
 * sent meanwhile is passed over.
 */
export const settleTime = 30

/** Seconds that one call of joining anew may take at most; a slow one of an older catalogue has ended before the new one is joined. */
export const rejoinTimeout = 25

/** The next day by this computer's calendar. */
export function dayAfter(moment: Date): Date {
  const next = new Date(moment);
  next.setDate(next.getDate() + 1);
  return next;
}

/** Numbers as the runtime takes them: whole, of at most four digits. */
const NUMBER = /^\d{1,4}$/;

/** Whether a text is a whole number within the runtime's limits, and at least `least`. */
export const isAmount = (text: string, least = 0): boolean => NUMBER.test(text) && Number(text) >= least;

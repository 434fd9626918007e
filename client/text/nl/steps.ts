/** The screen with the seven steps. What the steps say comes from the catalogue. */
export const steps = {
  title: 'In zeven stappen',
}

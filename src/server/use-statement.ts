/** For whom and for what Cajal is; it stands on every page and in the index of the interface. */
export const useStatement =
  'Research use only, for professionals. Cajal shows options and their basis, never orders; it is not a medical device.';

import type { RegistrationRules } from '../../api/identity/types';

/** What holds as long as the server has not said otherwise; it decides in the end. */
export const USUAL_RULES: RegistrationRules = {
  mode: 'open',
  minimumAge: 13,
  passwordMin: 8,
  passwordMax: 256,
  providers: [],
  policies: [],
};

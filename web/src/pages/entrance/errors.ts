import type { Problem } from '../../api/problem';
import type { FormState } from '../../parts/useForm';

/** Codes of problems that are about one field. */
const FIELD_OF: Record<string, string> = {
  'username-taken': 'username',
  'email-taken': 'email',
  'invite-invalid': 'invite',
  'invite-required': 'invite',
  'reason-required': 'reason',
};

/** What to say at a field of a form for a new account. */
export function errorAt(form: FormState, field: string): string | undefined {
  const problem = form.problem;
  return problem && FIELD_OF[problem.code] === field ? problem.sentence : form.error(field);
}

/** Whether what went wrong is said at one of these fields, so that the form need not say it. */
export function isSaidAtField(problem: Problem, fields: string[]): boolean {
  return fields.some(field => FIELD_OF[problem.code] === field || problem.field(field) !== undefined);
}

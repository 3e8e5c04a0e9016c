import { Problem } from '../../api/problem';
// Its sentences, wherever somebody comes back to.
import '../../words/entrance';

/** Why somebody came back from another provider as he or she had left. */
export function sentBack(secrets: URLSearchParams): Problem {
  const code = secrets.get('problem') ?? '';
  return new Problem(403, code, '');
}

import { useState } from 'preact/hooks';
import { Problem } from '../../api/problem';
import { currentPlace } from '../../router/router';
import { ProblemNotice } from '../Notice';

/** What a provider, or the way back from it, said went wrong: it stood after the `#` of the address. */
export function ReturnedProblem() {
  const [code] = useState(() => currentPlace().secrets.get('problem'));
  return code ? <ProblemNotice problem={new Problem(403, code, '')} testId="returned-problem" /> : null;
}

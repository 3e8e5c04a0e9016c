import { entrance as say } from '../../words/entrance';

interface HowProps {
  passkey: boolean;
  onChoose: (passkey: boolean) => void;
}

/** A password, or a passkey instead of one. */
export function HowToSignIn({ passkey, onChoose }: HowProps) {
  return (
    <fieldset class="entrance__how">
      <legend class="field__label">{say.how}</legend>
      {[false, true].map(one => (
        <label key={String(one)} class="entrance__way">
          <input
            type="radio"
            name="how"
            checked={passkey === one}
            onChange={() => onChoose(one)}
            data-testid={one ? 'register-by-passkey' : 'register-by-password'}
          />
          {one ? say.byPasskey : say.byPassword}
        </label>
      ))}
      {passkey && <p class="field__hint">{say.passkeyHint}</p>}
    </fieldset>
  );
}

import { useState } from 'preact/hooks';
import { REASONS, reportMessage, type Message, type Reason } from '../../api/inbox/messages';
import { Dialog } from '../../parts/Dialog';
import { AreaField, SelectField } from '../../parts/Field';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { inbox } from '../../words/inbox';

const say = inbox.messages;

interface ReportProps {
  conversation: string;
  message: Message;
  onClose: () => void;
}

/** Shows a message to the moderators. */
export function ReportDialog({ conversation, message, onClose }: ReportProps) {
  const form = useForm();
  const [reason, setReason] = useState<Reason>('spam');
  const [comment, setComment] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void form.submit(async () => {
      await reportMessage(conversation, message.id, reason, comment.trim());
      onClose();
      tell(say.reported);
    });
  };
  return (
    <Dialog title={say.reportTitle} testId="report-dialog" onClose={onClose}>
      <form class="form" onSubmit={submit}>
        {form.problem && <ProblemNotice problem={form.problem} />}
        <blockquote class="bubble bubble--shown" dir="auto">
          {message.text}
        </blockquote>
        <p class="soft">{say.reportHint}</p>
        <SelectField
          label={say.why}
          value={reason}
          choices={REASONS.map(value => ({ value, name: say.reasons[value] }))}
          onChoose={setReason}
          data-testid="report-reason"
        />
        <AreaField
          label={say.comment}
          optional
          error={form.error('comment')}
          value={comment}
          dir="auto"
          maxLength={500}
          onInput={setComment}
          data-testid="report-comment"
        />
        <div class="dialog__actions">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button class="button button--primary" disabled={form.busy} data-testid="report-submit">
            {say.report.replace(/\s*…$/, '')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

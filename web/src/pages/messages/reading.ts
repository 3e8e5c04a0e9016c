import { useEffect } from 'preact/hooks';
import { markConversationRead, type Conversation } from '../../api/inbox/messages';
import { askMessages } from '../../live/unread';
import { knownConversation, putConversation, refreshConversation } from './shelves';

/** Milliseconds between questions whether the newest own message was read: nothing tells it. */
const RECEIPTS = 20_000;

/** Tells that somebody has read up to the newest message, once it is looked at. */
export function useReading(conversation: Conversation, newest: string | undefined, along: boolean): void {
  useEffect(() => {
    if (!newest || !along || newest <= conversation.readUpTo) return;
    const read = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', read);
      try {
        await markConversationRead(conversation.id, newest);
        const now = knownConversation(conversation.id) ?? conversation;
        putConversation({ ...now, unread: false, readUpTo: newest }, false);
        void askMessages();
      } catch {
        // It is still unread, and told so with the next message.
      }
    };
    document.addEventListener('visibilitychange', read);
    void read();
    return () => document.removeEventListener('visibilitychange', read);
  }, [conversation.id, newest, along]);
}

/** Asks whether the newest own message was read, as long as it was not. */
export function useReceipts(conversation: Conversation, waiting: boolean): void {
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refreshConversation(conversation.id, false);
    }, RECEIPTS);
    return () => clearInterval(timer);
  }, [conversation.id, waiting]);
}

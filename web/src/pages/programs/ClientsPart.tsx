import { useState } from 'preact/hooks';
import { deleteClient, listClients, newClientSecret } from '../../api/identity/programs';
import type { Client } from '../../api/identity/types';
import { Dialog } from '../../parts/Dialog';
import { Icon } from '../../parts/Icon';
import { Confirm } from '../../parts/identity/Confirm';
import { Loaded } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { Secret } from '../../parts/identity/Secret';
import { useLoaded } from '../../parts/identity/useLoaded';
import { tell } from '../../shell/toasts';
import { programs as say } from '../../words/programs';
import { ClientDialog } from './ClientDialog';

type Doing = { what: 'new' } | { what: 'edit' | 'rotate' | 'delete'; client: Client };

/** The programs that somebody made. */
export function ClientsPart() {
  const clients = useLoaded(listClients);
  const [doing, setDoing] = useState<Doing>();
  const [made, setMade] = useState<{ id: string; secret: string }>();
  const close = (): void => setDoing(undefined);
  const action = (
    <button class="button button--primary" onClick={() => setDoing({ what: 'new' })} data-testid="client-new">
      {say.developer.newClient}
    </button>
  );
  return (
    <Part level={2} title={say.developer.clients} action={action} testId="clients">
      <Loaded of={clients} failed={say.failed} testId="clients">
        {list =>
          list.length === 0 ? (
            <p class="soft" data-testid="clients-empty">
              {say.developer.noClients}
            </p>
          ) : (
            <ul class="items">
              {list.map(client => (
                <ClientItem key={client.id} client={client} onDo={setDoing} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {(doing?.what === 'new' || doing?.what === 'edit') && (
        <ClientDialog
          client={doing.what === 'edit' ? doing.client : undefined}
          onClose={close}
          onSaved={client => {
            if (client.secret) setMade({ id: client.id, secret: client.secret });
            void clients.reload();
          }}
        />
      )}
      {doing?.what === 'rotate' && (
        <Confirm
          title={say.developer.rotateTitle}
          testId="client-rotate-dialog"
          act={say.developer.rotate}
          onClose={close}
          onConfirm={async () => {
            setMade({ id: doing.client.id, secret: await newClientSecret(doing.client.id) });
          }}
        >
          <p>{say.developer.rotateHint}</p>
        </Confirm>
      )}
      {doing?.what === 'delete' && (
        <Confirm
          title={say.developer.deleteTitle}
          testId="client-delete-dialog"
          act={say.developer.delete}
          onClose={close}
          onConfirm={async () => {
            await deleteClient(doing.client.id);
            tell(say.developer.deleted);
            await clients.reload();
          }}
        >
          <p>{say.developer.deleteHint(doing.client.name)}</p>
        </Confirm>
      )}
      {made && (
        <Dialog title={say.developer.secretTitle} testId="client-secret-dialog" firm onClose={() => setMade(undefined)}>
          <p>{say.developer.secretOnce}</p>
          <Secret label={say.developer.id} value={made.id} testId="client-id" />
          <Secret label={say.developer.secret} value={made.secret} testId="client-secret" />
          <div class="dialog__actions">
            <button
              type="button"
              class="button button--primary"
              onClick={() => setMade(undefined)}
              data-testid="client-secret-done"
            >
              {say.done}
            </button>
          </div>
        </Dialog>
      )}
    </Part>
  );
}

function ClientItem({ client, onDo }: { client: Client; onDo: (doing: Doing) => void }) {
  return (
    <Item
      id={client.id}
      testId="client"
      title={<span dir="auto">{client.name}</span>}
      about={
        <>
          {say.developer.id}: <code>{client.id}</code>
        </>
      }
    >
      {client.confidential && (
        <button class="button" onClick={() => onDo({ what: 'rotate', client })} data-testid="client-rotate">
          {say.developer.rotate}
        </button>
      )}
      <button
        class="icon-button"
        aria-label={say.developer.editOf(client.name)}
        title={say.developer.edit}
        onClick={() => onDo({ what: 'edit', client })}
        data-testid="client-edit"
      >
        <Icon name="edit" size={20} />
      </button>
      <button
        class="icon-button"
        aria-label={say.developer.deleteOf(client.name)}
        title={say.developer.delete}
        onClick={() => onDo({ what: 'delete', client })}
        data-testid="client-delete"
      >
        <Icon name="trash" size={20} />
      </button>
    </Item>
  );
}

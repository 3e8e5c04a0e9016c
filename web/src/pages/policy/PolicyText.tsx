import { Linked } from '../../parts/Linked';
import { blocksOf } from './blocks';

export function PolicyText({ text }: { text: string }) {
  return (
    <>
      {blocksOf(text).map((block, index) => {
        switch (block.kind) {
          case 'heading':
            return <h2 key={index}>{block.text}</h2>;
          case 'list':
            return (
              <ul key={index} class="policy__list">
                {block.items.map(item => (
                  <li key={item}>
                    <Linked text={item} />
                  </li>
                ))}
              </ul>
            );
          case 'words':
            return (
              <p key={index}>
                <Linked text={block.text} />
              </p>
            );
        }
      })}
    </>
  );
}

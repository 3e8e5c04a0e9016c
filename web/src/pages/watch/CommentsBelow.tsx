import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Video } from '../../api/types';

/** The comments of a video, loaded when somebody comes near: whoever only watches pays nothing for them. */
export function CommentsBelow({ video }: { video: Video }) {
  const place = useRef<HTMLDivElement>(null);
  const [Comments, setComments] = useState<ComponentType<{ video: Video }>>();
  useEffect(() => {
    if (!place.current || Comments) return;
    const observer = new IntersectionObserver(
      ([seen]) => {
        if (!seen?.isIntersecting) return;
        observer.disconnect();
        import('./Comments').then(
          module => setComments(() => module.Comments),
          () => {},
        );
      },
      { rootMargin: '400px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [Comments]);
  return (
    <div class="watch__comments" ref={place}>
      {Comments && <Comments video={video} />}
    </div>
  );
}

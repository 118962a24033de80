import { useEffect, useRef } from 'react';

type ScreenProps = {
  title: string;
  intro?: React.ReactNode;
  /** Beside the title. */
  aside?: React.ReactNode;
  children: React.ReactNode;
  /** The bar at the bottom: back on the left, what is next on the right. */
  footer?: React.ReactNode;
  /** Fills the window instead of a readable column. */
  full?: boolean;
};

/** One screen: the focus begins at its title, so that a screen reader reads where one is. */
export function Screen({
  title,
  intro,
  aside,
  children,
  footer,
  full = false,
}: ScreenProps): React.ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main className={full ? 'screen screen-full' : 'screen'}>
      <div className="screen-scroll">
        <div className="screen-inner">
          <header className="screen-head" data-area>
            <div>
              <h1 ref={heading} tabIndex={-1}>
                {title}
              </h1>
              {intro !== undefined && <p className="intro">{intro}</p>}
            </div>
            {aside !== undefined && <div className="screen-aside">{aside}</div>}
          </header>
          {children}
        </div>
      </div>
      {footer !== undefined && (
        <footer className="screen-footer" data-area>
          {footer}
        </footer>
      )}
    </main>
  );
}

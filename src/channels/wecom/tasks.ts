// Work under way that nobody awaits: its failures are told once, and a stop can wait for it.

export interface Tasks {
  add(work: Promise<unknown>): void;
  /** Resolves when nothing is under way, at the latest after `mostMs`. */
  settled(mostMs: number): Promise<void>;
}

export function createTasks(onFailure: (error: unknown) => void): Tasks {
  const running = new Set<Promise<void>>();
  return {
    add(work) {
      const task = work.then(
        () => undefined,
        (error: unknown) => onFailure(error),
      );
      running.add(task);
      void task.finally(() => running.delete(task));
    },
    async settled(mostMs) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, mostMs);
      });
      const all = (async () => {
        while (running.size > 0) await Promise.allSettled(running);
      })();
      await Promise.race([all, late]);
      clearTimeout(timer);
    },
  };
}

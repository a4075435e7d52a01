// Work under way that nobody awaits: its failures are told once, and a stop can wait for it.
export function createTasks(onFailure) {
    const running = new Set();
    return {
        add(work) {
            const task = work.then(() => undefined, (error) => onFailure(error));
            running.add(task);
            void task.finally(() => running.delete(task));
        },
        async settled(mostMs) {
            let timer;
            const late = new Promise((resolve) => {
                timer = setTimeout(resolve, mostMs);
            });
            const all = (async () => {
                while (running.size > 0)
                    await Promise.allSettled(running);
            })();
            await Promise.race([all, late]);
            clearTimeout(timer);
        },
    };
}

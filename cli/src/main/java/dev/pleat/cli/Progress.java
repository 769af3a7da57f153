package dev.pleat.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on a terminal how far something has come that takes more than a second; elsewhere it shows nothing. */
final class Progress implements AutoCloseable {
    private static final int WIDTH = 78;
    private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

    private final PrintWriter err;
    private final String task;
    private final long total;
    private final long begin = System.nanoTime();
    private ProgressBar bar;

    /**
     * @param err where it is shown
     * @param total steps, -1 if nobody knows
     */
    Progress(PrintWriter err, String task, long total) {
        this.err = err;
        this.task = task;
        this.total = total;
    }

    /** Runs something that cannot tell how far it is. */
    static <T> T during(PrintWriter err, String task, Callable<T> work) throws Exception {
        if (!Terminal.isWatched()) {
            return work.call();
        }
        try (Progress progress = new Progress(err, task, -1)) {
            Thread watcher = new Thread(progress::waitAndShow, "progress");
            watcher.setDaemon(true);
            watcher.start();
            try {
                return work.call();
            } finally {
                watcher.interrupt();
                watcher.join();
            }
        }
    }

    private void waitAndShow() {
        try {
            Thread.sleep(Duration.ofNanos(PATIENCE).toMillis());
            to(0);
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells how many steps are done. */
    void to(long step) {
        if (bar == null) {
            if (!Terminal.isWatched() || System.nanoTime() - begin < PATIENCE) {
                return;
            }
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .setConsumer(new DelegatingProgressBarConsumer(this::show, WIDTH))
                    .build();
        }
        bar.stepTo(step);
    }

    private void show(String line) {
        err.print("\r" + line);
        err.flush();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
    }
}

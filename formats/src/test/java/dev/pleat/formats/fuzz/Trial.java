package dev.pleat.formats.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads hostile files under watch: a reader may return, or say what is wrong with which file, within bounded time and
 * memory.
 */
final class Trial implements AutoCloseable {
    private static final int SECONDS = 10;
    private static final int MOST_TURNS = 30;
    private static final long FREE = 64L << 20;

    private volatile Thread thread;
    private volatile long start;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread reader = new Thread(task, "reader");
        reader.setDaemon(true);
        thread = reader;
        return reader;
    });

    /** Returns what is wrong with how a reader reads a file; empty if nothing is. */
    Optional<String> run(Target target, Path file, long size) throws InterruptedException {
        Future<Optional<String>> outcome = worker.submit(() -> outcome(target, file, size));
        long computed = 0;
        for (int i = 0; i < MOST_TURNS && computed < SECONDS * 1_000_000_000L; i++) {
            try {
                return outcome.get(SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                // On a machine that is busy with other things, only what the reader computes counts.
                computed = threads.getThreadCpuTime(thread.getId()) - start;
            } catch (ExecutionException e) {
                return Optional.of(String.valueOf(e.getCause()));
            }
        }
        String where = Arrays.toString(thread.getStackTrace());
        return Optional.of("still reads after computing for %d ms, at %s".formatted(computed / 1_000_000, where));
    }

    private Optional<String> outcome(Target target, Path file, long size) {
        start = threads.getCurrentThreadCpuTime();
        long before = threads.getCurrentThreadAllocatedBytes();
        Optional<String> fault = Optional.empty();
        try {
            target.reading().read(file);
        } catch (IOException e) {
            String name = String.valueOf(file.getFileName());
            if (e.getMessage() == null || !e.getMessage().contains(name)) {
                fault = Optional.of("does not name the file: " + trace(e));
            }
        } catch (Throwable e) {
            fault = Optional.of(trace(e));
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        if (fault.isEmpty() && allocated > FREE + target.ratio() * size) {
            fault = Optional.of("allocates %d bytes for a file of %d".formatted(allocated, size));
        }
        return fault;
    }

    private static String trace(Throwable e) {
        StringBuilder trace = new StringBuilder(String.valueOf(e));
        Arrays.stream(e.getStackTrace())
                .limit(12)
                .forEach(frame -> trace.append("\n    at ").append(frame));
        if (e.getCause() != null) {
            trace.append("\n    from ").append(e.getCause());
        }
        return trace.toString();
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}

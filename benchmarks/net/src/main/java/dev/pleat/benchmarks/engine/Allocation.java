package dev.pleat.benchmarks.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What predictions allocate on the heap. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 5;

    private Allocation() {}

    static long ofThisThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** {@return the bytes of a prediction, in the round with the least: a compiler that ends in one allocates too} */
    static double of(Session session, int predictions) throws Exception {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = ofThisThread();
            for (int i = 0; i < predictions; i++) {
                session.predict();
            }
            least = Math.min(least, ofThisThread() - before);
        }
        return least / (double) predictions;
    }
}

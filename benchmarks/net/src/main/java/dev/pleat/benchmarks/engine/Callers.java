package dev.pleat.benchmarks.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that share one model. */
final class Callers {
    private Callers() {}

    /** {@return the predictions a second of all callers together} */
    static double measure(Session first, int callers, long millis) throws Exception {
        List<Session> sessions = new ArrayList<>(List.of(first));
        while (sessions.size() < callers) {
            sessions.add(first.another());
        }
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            total(threads, sessions, millis / 4);
            return total(threads, sessions, millis);
        } finally {
            threads.shutdown();
            for (Session session : sessions.subList(1, callers)) {
                session.close();
            }
        }
    }

    private static double total(ExecutorService threads, List<Session> sessions, long millis)
            throws InterruptedException, ExecutionException {
        List<Callable<Double>> tasks = new ArrayList<>();
        for (Session session : sessions) {
            tasks.add(() -> rate(session, millis));
        }
        double sum = 0;
        for (Future<Double> rate : threads.invokeAll(tasks)) {
            sum += rate.get();
        }
        return sum;
    }

    private static double rate(Session session, long millis) throws Exception {
        long begin = System.nanoTime();
        long predictions = 0;
        while (System.nanoTime() - begin < millis * 1_000_000) {
            session.predict();
            predictions++;
        }
        return predictions * 1e9 / (System.nanoTime() - begin);
    }
}

/**
 * What an engine is to the benchmarks, and the process in which one runs.
 *
 * <p>Each engine has a JVM of its own, with nothing on its class path but itself: their native libraries, and the
 * libraries in front of those, do not agree with each other. A {@link dev.pleat.benchmarks.engine.Worker} obeys the
 * commands that it reads, one a line; whoever compares engines lets one of them work at a time.
 */
package dev.pleat.benchmarks.engine;

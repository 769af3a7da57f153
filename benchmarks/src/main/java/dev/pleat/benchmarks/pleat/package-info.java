/** Pleat as one of the engines that are compared. */
package dev.pleat.benchmarks.pleat;

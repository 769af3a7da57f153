/** Models of one layer each: what one kernel takes by itself. */
package dev.pleat.benchmarks.kernels;

/** PyTorch, through DJL, to be compared with. */
package dev.pleat.benchmarks.pytorch;

/** Compares Pleat with other engines, and measures both against what the machine can do. */
package dev.pleat.benchmarks;

/** DL4J, to be compared with. */
package dev.pleat.benchmarks.dl4j;

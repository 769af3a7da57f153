/** Rewrites that keep a graph's meaning and leave less work; {@code Optimizer} lists them in order. */
package dev.pleat.processor.pass;

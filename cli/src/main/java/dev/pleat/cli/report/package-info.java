/** The report of a compilation: one page for a browser that shows what became of a model, and why. */
package dev.pleat.cli.report;

/**
 * The {@code pleat} command: one class a subcommand, each of which reads its arguments, asks {@code formats} and the
 * compiler for the work, and prints.
 */
package dev.pleat.cli;

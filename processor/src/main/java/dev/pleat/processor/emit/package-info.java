/** The Java source of a compiled model. */
package dev.pleat.processor.emit;

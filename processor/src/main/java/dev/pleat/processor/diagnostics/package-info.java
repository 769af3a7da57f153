/** Why a model is refused: every text in one place, attached to the element and the attribute to blame. */
package dev.pleat.processor.diagnostics;

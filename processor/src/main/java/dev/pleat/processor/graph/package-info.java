/** What a model means: an immutable graph of named operations over shapes without the batch dimension. */
package dev.pleat.processor.graph;

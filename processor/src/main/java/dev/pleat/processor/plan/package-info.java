/** Where values live and which tiles compute them. */
package dev.pleat.processor.plan;

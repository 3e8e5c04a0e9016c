/** The program: which modules run, the engines under them, and nothing else. */
@NullMarked
package com.socialflow.app;

import org.jspecify.annotations.NullMarked;

/** Views of the whole program: told by players, counted by Redis and by Flink, while parts of it are killed. */
@NullMarked
package com.socialflow.app.views;

import org.jspecify.annotations.NullMarked;

package com.socialflow.video.catalogue;

/**
 * Why a source did not become a video.
 *
 * @param code stable and kebab-case
 * @param message a sentence for the person who uploaded it
 */
record Failure(String code, String message) {}

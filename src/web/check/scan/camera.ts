// The camera: opened while somebody looks through it, and closed at once afterwards.

/** Why there is no camera. */
export type CameraTrouble = "noCamera" | "notAllowed" | "notSecure";

/** The camera at the back, else any; or why there is none. */
export async function openCamera(): Promise<MediaStream | CameraTrouble> {
  // Browsers hide it from pages without TLS.
  if (navigator.mediaDevices === undefined) return "notSecure";
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: { ideal: "environment" }, width: { ideal: 1920 }, height: { ideal: 1080 } } });
  } catch (error) {
    return error instanceof DOMException && (error.name === "NotAllowedError" || error.name === "SecurityError") ? "notAllowed" : "noCamera";
  }
}

export const closeCamera = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

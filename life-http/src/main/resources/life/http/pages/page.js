"use strict";
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const tint = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", tint);
tint();
SwaggerUIBundle({
  url: "/openapi.yaml",
  dom_id: "#document",
  validatorUrl: null,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  defaultModelExpandDepth: 2,
  displayRequestDuration: true,
  filter: true,
  tryItOutEnabled: false,
});

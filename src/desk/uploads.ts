export const imageTypes = ['image/jpeg'] as const
export const documentTypes = ['application/pdf'] as const
export const checkUpload =
  (_: unknown) =>
  ({ args }: any) =>
    args
export const deskFileHeaders = ({ headers }: any) => headers
